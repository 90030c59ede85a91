/** The HTTP server: an address to listen on, limits on requests, and endpoints by path. */
@NullMarked
package io.garam.web.server;

import org.jspecify.annotations.NullMarked;
