using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StorageKit.Package.Tests.Consumers;

/// <summary>
/// An author's test project. Of the kit it names the suite's package and two drivers; generators and analyzers have to
/// come by themselves. The property <c>Generators</c> takes them away, or adds one that throws.
/// </summary>
public sealed class GoodConsumer(PackedFeed feed) : IAsyncLifetime
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
                context.RegisterSourceOutput(
                    context.CompilationProvider, static (_, _) => throw new System.Exception("on purpose"));
        }
        """;

    internal ConsumerFolder Folder { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Folder = await ConsumerFolder.CreateAsync(feed, "good");
        Folder.WriteProject(
            [
                "Microsoft.NET.Test.Sdk", "xunit", "xunit.runner.visualstudio",
                "StorageKit.Conformance.Xunit", "StorageKit.Memory", "StorageKit.Sqlite",
            ],
            Switch);
        Folder.CopySources("tests", "StorageKit.Package.Tests", "Consumers", "Good");
        EmitThrowingGenerator(Path.Combine(Folder.Path, "Throwing.dll"));
        (await Folder.RunAsync("restore")).AssertSucceeded();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    static void EmitThrowingGenerator(string path)
    {
        var compilation = CSharpCompilation.Create(
            "Throwing",
            [CSharpSyntaxTree.ParseText(ThrowingGenerator)],
            TestCompilation.RuntimeAnd([typeof(IIncrementalGenerator).Assembly]),
            TestCompilation.Options);
        var emitted = compilation.Emit(path);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
    }
}
