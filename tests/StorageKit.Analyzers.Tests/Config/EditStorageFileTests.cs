using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using StorageKit.CodeFixes.Config;

namespace StorageKit.Analyzers.Tests.Config;

public sealed class EditStorageFileTests : StorageFileRuleTests
{
    const string Memory = """
        [storage]
        policy_store = "memory"
        audit_sink = "memory"
        session_store = "memory"
        credential_store = "memory"
        rate_limit_counter = "memory"
        lifecycle_store = "memory"

        """;

    [Theory]
    [InlineData("name = \"x\"\npool_sise = 3", "name = \"x\"\npool_size = 3", "Write pool_size")]
    [InlineData("name = \"x\"\npool_size = \"12\" # why", "name = \"x\"\npool_size = 12 # why", "Write 12")]
    [InlineData("name = \"x\"\ntls = 'true'", "name = \"x\"\ntls = true", "Write true")]
    [InlineData("name = \"x\"\nmode = \"fasst\"", "name = \"x\"\nmode = \"fast\"", "Write \"fast\"")]
    [InlineData("name = \"x\"\nbehind = \"memry\"", "name = \"x\"\nbehind = \"memory\"", "Write \"memory\"")]
    [InlineData("tls = true", "tls = true\nname = \"\"", "Add 'name'")]
    [InlineData("# why\n\n[storage.acme.limits]\ndepth = 2",
        "\nname = \"\"\n# why\n\n[storage.acme.limits]\ndepth = 2", "Add 'name'")]
    [InlineData("name = \"x\"\nlimits = {}", "name = \"x\"\nlimits = { depth = 1 }", "Add 'depth'")]
    [InlineData("name = \"x\"\nlimits = { inner = { depth = 2 } }",
        "name = \"x\"\nlimits = { inner = { depth = 2 }, depth = 1 }", "Add 'depth'")]
    [InlineData("name = \"x\"\npassword = 'pa55'", "name = \"x\"\npassword = \"${ACME_PASSWORD}\"",
        "Read it from the environment variable 'ACME_PASSWORD'")]
    public Task A_section_is_mended(string section, string mended, string title) => Mends(
        $"{Selection}[storage.acme]\n{section}\n",
        $"{Selection}[storage.acme]{(mended[0] == '\n' ? "" : "\n")}{mended}\n", title);

    [Fact]
    public Task A_drivers_name_is_corrected() => Mends(
        Memory.Replace("audit_sink = \"memory\"", "audit_sink = 'memroy'", StringComparison.Ordinal), Memory,
        "Write \"memory\"");

    [Fact]
    public Task A_misspelt_section_is_renamed() => Mends(
        Memory + "[storage.memry]\n", Memory + "[storage.memory]\n", "Write memory");

    [Fact]
    public Task A_contract_is_given_the_driver_that_serves_most_others() => Mends(
        Memory.Replace("lifecycle_store = \"memory\"\n", "", StringComparison.Ordinal) + "# end\n",
        Memory + "# end\n", "Add 'lifecycle_store'");

    [Fact]
    public Task A_section_is_added_with_what_it_must_have() => Mends(
        Selection, Selection.TrimEnd() + "\n\n[storage.acme]\nname = \"\"\n", "Add [storage.acme]");

    [Fact]
    public Task A_whole_file_is_started() => Mends(
        "# new\n", "# new\n\n" + Memory.Replace("audit_sink = \"memory\"", "audit_sink = \"acme\"", StringComparison.Ordinal),
        "Add [storage]", isSoundThen: false);

    [Theory]
    [InlineData("name = 3")]
    [InlineData("name = \"x\"\nwhatever = 3")]
    [InlineData("name = \"x\"\npool_size = 0")]
    public async Task Where_only_the_author_can_tell_nothing_is_offered(string section)
    {
        var file = Open($"{Selection}[storage.acme]\n{section}\n");
        var diagnostic = Assert.Single(await FindAsync(file));

        Assert.Empty(await ActionsAsync(file, diagnostic));
    }

    [Fact]
    public void Every_rule_but_the_syntax_has_edits() => Assert.Equal(
        Analyzer.Analyzer.SupportedDiagnostics.Select(rule => rule.Id).Except(["SK4001"]),
        new EditStorageFile().FixableDiagnosticIds);

    static async Task Mends(string toml, string mended, string title, bool isSoundThen = true)
    {
        var file = Open(toml);
        var diagnostic = Assert.Single(await FindAsync(file));

        var action = Assert.Single(await ActionsAsync(file, diagnostic));

        Assert.Equal(title, action.Title);
        var applied = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(default)));
        var changed = applied.ChangedSolution.GetAdditionalDocument(file.Id)!;
        Assert.Equal(mended, (await changed.GetTextAsync()).ToString());
        if (isSoundThen) Assert.Empty(await FindAsync(changed));
    }

    static async Task<List<CodeAction>> ActionsAsync(TextDocument file, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await new EditStorageFile().RegisterCodeFixesAsync(
            new(file, diagnostic, (action, _) => actions.Add(action), default));
        return actions;
    }

    static async Task<IReadOnlyList<Diagnostic>> FindAsync(TextDocument file)
    {
        var harness = Analyzer.WithAdditionalFile(file.Name, (await file.GetTextAsync()).ToString());
        return await harness.GetDiagnosticsAsync((await file.Project.GetCompilationAsync())!);
    }

    static TextDocument Open(string toml) => new AdhocWorkspace()
        .AddProject("TestProject", LanguageNames.CSharp)
        .WithMetadataReferences(TestCompilation.RuntimeAnd(Analyzer.Assemblies))
        .WithCompilationOptions(TestCompilation.Options)
        .WithParseOptions(TestCompilation.ParseOptions)
        .AddDocument("Usings.cs", SourceText.From(TestCompilation.ImplicitUsings)).Project
        .AddDocument("Test.cs", SourceText.From(Project)).Project
        .AddAdditionalDocument("storage.toml", SourceText.From(toml));
}
