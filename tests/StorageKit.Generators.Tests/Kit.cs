using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.Logging;

namespace StorageKit.Generators.Tests;

/// <summary>Projects that use the kit, compiled in memory with all its generators.</summary>
static class Kit
{
    static readonly Assembly[] References = [typeof(Registry).Assembly, typeof(IAuditSink).Assembly, typeof(ILogger).Assembly];

    public static GeneratorHarness Generators { get; } = new GeneratorHarness(All).WithAssembly(References);

    public static IEnumerable<IIncrementalGenerator> All() =>
        [new RegistryGenerator(), new OptionsGenerator(), new CatalogGenerator()];

    /// <summary>A project before the generators have run.</summary>
    public static CSharpCompilation Project(string name, string source, params IEnumerable<MetadataReference> references) =>
        TestCompilation.Create([source], References).WithAssemblyName(name).AddReferences(references);

    /// <summary>A project with what the generators add to it; fails unless it compiles without a warning.</summary>
    public static CSharpCompilation Build(string name, string source, params IEnumerable<MetadataReference> references)
    {
        var driver = CSharpGeneratorDriver.Create(All().Select(each => each.AsSourceGenerator()), parseOptions: TestCompilation.ParseOptions);
        driver.RunGeneratorsAndUpdateCompilation(Project(name, source, references), out var built, out _);
        TestCompilation.AssertNoDiagnostics(built, DiagnosticSeverity.Warning);
        return (CSharpCompilation)built;
    }

    /// <summary>The project as other projects reference it on disk: its metadata, without its sources.</summary>
    public static MetadataReference AsReference(CSharpCompilation project) => MetadataReference.CreateFromImage(Emit(project));

    /// <summary>Loads the project; its generated code can run then.</summary>
    public static Assembly Load(CSharpCompilation project) => Assembly.Load(Emit(project).AsSpan().ToArray());

    static ImmutableArray<byte> Emit(CSharpCompilation project)
    {
        using var image = new MemoryStream();
        var result = project.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return [.. image.ToArray()];
    }
}
