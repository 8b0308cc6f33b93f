using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StorageKit.Package.Tests.Consumers;

/// <summary>
/// An author's test project. Of the kit it names the suite's package and two drivers; generators and analyzers have to
/// come by themselves. The property <c>Generators</c> takes them away, or adds one that throws.
/// </summary>
internal sealed class GoodConsumer
{
    const string Switch = """
          <PropertyGroup Condition="'$(Generators)' != ''">
            <IntermediateOutputPath>obj/$(Generators)/</IntermediateOutputPath>
            <OutputPath>bin/$(Generators)/</OutputPath>
          </PropertyGroup>
          <ItemGroup Condition="'$(Generators)' == 'throwing'">
            <Analyzer Include="Throwing.dll" />
          </ItemGroup>
          <Target Name="RemoveGenerators" BeforeTargets="CoreCompile" Condition="'$(Generators)' == 'removed'">
            <ItemGroup>
              <Analyzer Remove="@(Analyzer)" Condition="'%(Filename)' == 'StorageKit.Generators'" />
            </ItemGroup>
          </Target>
        """;

    const string ThrowingGenerator = """
        using Microsoft.CodeAnalysis;

        [Generator(LanguageNames.CSharp)]
        public sealed class Throwing : IIncrementalGenerator
        {
            public void Initialize(IncrementalGeneratorInitializationContext context) =>
                context.RegisterSourceOutput(context.CompilationProvider, static (_, _) => throw new System.Exception("on purpose"));
        }
        """;

    GoodConsumer(ConsumerFolder folder) => Folder = folder;

    internal ConsumerFolder Folder { get; }

    internal static async Task<GoodConsumer> CreateAsync(PackedFeed feed)
    {
        var folder = await ConsumerFolder.CreateAsync(feed, "good");
        folder.WriteProject(
            [
                "Microsoft.NET.Test.Sdk", "xunit", "xunit.runner.visualstudio",
                "StorageKit.Conformance.Xunit", "StorageKit.Memory", "StorageKit.Sqlite",
            ],
            Switch);
        folder.CopySources("tests", "StorageKit.Package.Tests", "Consumers", "Good");
        EmitThrowingGenerator(Path.Combine(folder.Path, "Throwing.dll"));
        await folder.RestoreAsync();
        return new(folder);
    }

    static void EmitThrowingGenerator(string path)
    {
        var compilation = CSharpCompilation.Create(
            "Throwing",
            [CSharpSyntaxTree.ParseText(ThrowingGenerator)],
            [.. TestCompilation.Runtime, MetadataReference.CreateFromFile(typeof(IIncrementalGenerator).Assembly.Location)],
            TestCompilation.Options);
        var emitted = compilation.Emit(path);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
    }
}
