package io.garam.app.run;

/**
 * A command that runs a tagger, some threads of which may still be at work when its time to close
 * is over. The process then ends by {@link Runtime#halt} once the command has said all it has to
 * say: an orderly exit would wait for them, or take the model away from under them.
 */
public interface TaggerCommand {

  /** Says, once the command is done, whether threads of a tagger are left at work. */
  boolean hasThreadsLeft();
}
