package io.garam.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Public types of all modules as their sources have them, with their Javadoc. */
final class SourceTypes {

  private static final Path SOURCES = Path.of("..");

  private SourceTypes() {}

  /**
   * One public type that is in no other.
   *
   * @param module the folder of its module
   * @param firstSentence of its Javadoc, empty where it has none
   * @param javadoc all of it, without the stars
   */
  record SourceType(
      String module, String packageName, String name, String firstSentence, String javadoc) {

    String qualifiedName() {
      return packageName + "." + name;
    }
  }

  /** Returns them by module, package and name. */
  static List<SourceType> all() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
      DocTrees docs = DocTrees.instance(task);
      List<SourceType> types = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        for (Tree declared : unit.getTypeDecls()) {
          if (declared instanceof ClassTree type
              && type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
            types.add(of(unit, type, docs));
          }
        }
      }
      types.sort(
          Comparator.comparing(SourceType::module)
              .thenComparing(SourceType::packageName)
              .thenComparing(SourceType::name));
      return types;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(SOURCES)) {
      for (Path main : modules.map(module -> module.resolve("main/java")).toList()) {
        if (Files.isDirectory(main)) {
          try (Stream<Path> files = Files.walk(main)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
          }
        }
      }
    }
    return sources;
  }

  private static SourceType of(CompilationUnitTree unit, ClassTree type, DocTrees docs) {
    DocCommentTree doc = docs.getDocCommentTree(TreePath.getPath(unit, type));
    return new SourceType(
        SOURCES.relativize(Path.of(unit.getSourceFile().getName())).getName(0).toString(),
        unit.getPackageName().toString(),
        type.getSimpleName().toString(),
        doc == null ? "" : plain(doc.getFirstSentence()),
        doc == null ? "" : doc.toString());
  }

  private static String plain(List<? extends DocTree> sentence) {
    return sentence.stream()
        .map(SourceTypes::plain)
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String plain(DocTree part) {
    if (part instanceof LiteralTree literal) {
      return "`" + literal.getBody().getBody() + "`";
    }
    if (part instanceof LinkTree link) {
      return link.getLabel().isEmpty()
          ? "`" + link.getReference().getSignature().replaceFirst("^#", "").replace('#', '.') + "`"
          : plain(link.getLabel());
    }
    if (part instanceof ValueTree value) {
      return "`" + value.getReference().getSignature().replaceFirst("^#", "") + "`";
    }
    return part.toString();
  }
}
