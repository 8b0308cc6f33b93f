namespace StorageKit.Analyzers.Tests.Config;

public sealed class FileMustBeTomlTests : StorageFileRuleTests
{
    const string Library = "public static class Library;";

    [Theory]
    [InlineData("[storage]\naudit_sink {|SK4001:\"acme\"|}\n")]
    [InlineData("[storage{|SK4001:|}\naudit_sink = \"acme\"\n")]
    [InlineData("a = 1\n{|SK4001:a|} = 2\n")]
    [InlineData("a = {|SK4001:01|}\n")]
    [InlineData("a = {|SK4001:yes|}\n")]
    [InlineData("a = {|SK4001:\"open|}\nb = 1\n")]
    [InlineData("a = [1, 2{|SK4001:|}")]
    [InlineData("[a]\n[{|SK4001:a|}]\n")]
    [InlineData("a = 1979-{|SK4001:13-01|}\n")]
    [InlineData("a = {|SK4001:|}\n")]
    [InlineData("a = \"{|SK4001:\\q\"|}\n")]
    public Task What_is_no_TOML_is_said_of_any_project(string toml) => Flags(toml, project: Library);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("[storage]\naudit_sink = \"nobody-knows\"\n")]
    [InlineData("[elsewhere]\na = [1, [2]]\nb = { c = \"ä\U0001F600\" }\n")]
    [InlineData("'quoted key' = '''\nmany\nlines'''\n")]
    public Task TOML_of_a_project_without_a_catalog_is_taken_as_it_is(string toml) => Accepts(toml, Library);

    [Theory]
    [InlineData("/app/other.toml")]
    [InlineData("/app/mystorage.toml")]
    [InlineData("/app/storage.toml.bak")]
    [InlineData("/app/storage.toml/readme.md")]
    public Task A_file_of_another_name_is_not_looked_at(string file) => Accepts("this is = = no TOML", Project, file);

    [Fact]
    public Task A_file_of_one_environment_is_looked_at() => Accepts(
        Selection.Replace("acme", "memory", StringComparison.Ordinal), Project, "/app/production.storage.toml");

    [Fact]
    public async Task A_file_that_is_listed_twice_is_read_once()
    {
        var harness = Analyzer.WithAdditionalFile("/app/storage.toml", "a").WithAdditionalFile("/app/storage.toml", "a");

        Assert.Single(await harness.GetDiagnosticsAsync(harness.Compile(Library)));
    }

    [Fact]
    public async Task Each_file_is_read()
    {
        var harness = Analyzer.WithAdditionalFile("/app/storage.toml", "a").WithAdditionalFile("/b/storage.toml", "a");

        Assert.Equal(2, (await harness.GetDiagnosticsAsync(harness.Compile(Library))).Length);
    }

    [Fact]
    public Task The_words_are_the_readers() => Flags(
        "a = 1\n{|SK4001:a|} = 2\n", "the key 'a' is defined already, on line 1: keep one of the two");
}
