using Microsoft.CodeAnalysis;
using StorageKit.Roslyn;

namespace StorageKit.Generators;

public sealed partial class CatalogGenerator
{
    static void Emit(SourceProductionContext output, CatalogModel catalog)
    {
        var writer = GeneratedFile.Start();
        if (catalog.Namespace.Length > 0)
            writer.WriteLine($"namespace {catalog.Namespace};\n");
        writer.WriteLine($"static partial class {Literals.Name(catalog.Name)}").OpenBlock();
        writer.WriteLine(
            "/// <summary>A new registry of every driver that this project defines or references.</summary>");
        writer.WriteLine(GeneratedFile.Attribute);
        writer.WriteLine("public static global::StorageKit.Registry CreateRegistry()").OpenBlock();
        writer.WriteLine("var registry = new global::StorageKit.Registry();");
        foreach (var registration in catalog.Registrations)
            writer.WriteLine($"{registration}.Register(registry);");
        writer.WriteLine("return registry;").CloseBlock().CloseBlock();
        var space = catalog.Namespace.Length == 0 ? "" : catalog.Namespace.Replace("@", "") + ".";
        output.AddSource($"{space}{catalog.Name}.Catalog.g.cs", writer.ToString());
    }
}
