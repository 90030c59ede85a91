/** Signatures: Ed25519 keys in files, and what they sign. */
@NullMarked
package io.garam.nlu.signature;

import org.jspecify.annotations.NullMarked;
