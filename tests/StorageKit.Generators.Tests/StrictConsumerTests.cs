using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StorageKit.Generators.Tests;

/// <summary>Generated code in a project that is as strict as they come.</summary>
public sealed class StrictConsumerTests
{
    const string Usings = "using System; using System.Threading; using System.Threading.Tasks;\n";

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Latest)]
    public void It_compiles_with_old_and_new_compilers_with_documentation_and_without_implicit_usings(LanguageVersion version)
    {
        var found = Compile(Usings + Documented(AcmeSource.Driver), version);

        Assert.Empty(found);
    }

    [Fact]
    public void The_same_settings_do_complain_about_the_author()
    {
        var found = Compile(Usings + AcmeSource.Driver, LanguageVersion.CSharp12);

        Assert.All(found, diagnostic => Assert.Equal("CS1591", diagnostic.Id));
        Assert.NotEmpty(found);
    }

    static string Documented(string source) => string.Join('\n', source.Split('\n').Select(line =>
        line.TrimStart().StartsWith("public", StringComparison.Ordinal) || line.TrimStart().StartsWith('[')
            ? "/// <summary>Documented.</summary>\n" + line
            : line)).Replace("]\n/// <summary>Documented.</summary>\n", "]\n");

    static List<Diagnostic> Compile(string source, LanguageVersion version)
    {
        var parsing = new CSharpParseOptions(version, DocumentationMode.Diagnose);
        var project = Kit.Project("Strict", source);
        project = project.RemoveAllSyntaxTrees()
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, parsing))
            .WithOptions(TestCompilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error).WithWarningLevel(9999));
        CSharpGeneratorDriver.Create(Kit.All().Select(each => each.AsSourceGenerator()), parseOptions: parsing)
            .RunGeneratorsAndUpdateCompilation(project, out var built, out _);
        Assert.Equal(3, built.SyntaxTrees.Count());
        return [.. built.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
    }
}
