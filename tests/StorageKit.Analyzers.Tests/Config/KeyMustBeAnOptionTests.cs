namespace StorageKit.Analyzers.Tests.Config;

public sealed class KeyMustBeAnOptionTests : StorageFileRuleTests
{
    [Theory]
    [InlineData("{|SK4005:pool_sise|} = 3", "[storage.acme] unknown key \"pool_sise\"; did you mean \"pool_size\"?")]
    [InlineData("{|SK4005:PoolSize|} = 3", null)]
    [InlineData("{|SK4005:TLS|} = true", null)]
    [InlineData("{|SK4005:\"time out\"|} = '1s'", null)]
    [InlineData("{|SK4005:whatever|} = 3",
        "[storage.acme] unknown key \"whatever\"; its keys are behind, home, limits, mode, name, password, pool_size, "
        + "ratio, tags, timeout, tls")]
    [InlineData("{|SK4005:nested|} = { a = 1 }", null)]
    [InlineData("{|SK4005:a|}.b.c = 1", null)]
    [InlineData("[storage.acme.{|SK4005:limit|}]\ndepth = 1", null)]
    [InlineData("[[storage.acme.{|SK4005:lists|}]]", null)]
    [InlineData("limits = { depth = 1, {|SK4005:dept|} = 2 }",
        "[storage.acme.limits] unknown key \"dept\"; did you mean \"depth\"?")]
    [InlineData("[storage.acme.limits]\ndepth = 1\n{|SK4005:wide|} = 2", null)]
    [InlineData("{|SK4005:\"postgres://u:pa55@h\"|} = 1", null)]
    public Task A_key_that_is_no_option_is_reported_at_the_key(string line, string? message) =>
        FlagsSection("name = \"x\"\n" + line, message);

    [Fact]
    public Task A_key_of_a_referenced_driver_is_looked_at() => Flags(
        Selection.Replace("acme", "sqlite", StringComparison.Ordinal)
        + "[storage.sqlite]\npath = \"a.db\"\n{|SK4005:pth|} = \"b.db\"");

    [Fact]
    public Task A_driver_without_options_has_no_keys() => Flags(
        Selection.Replace("acme", "bare", StringComparison.Ordinal) + "[storage.bare]\n{|SK4005:name|} = \"x\"",
        "[storage.bare] unknown key \"name\"; this driver has no options",
        Project + "[StorageDriver(\"bare\")] public sealed class Bare : IAuditSink { public ValueTask EmitAsync("
        + "AuditEntry entry, CancellationToken cancellationToken = default) => default; }");

    [Theory]
    [InlineData("pool_size = 3")]
    [InlineData("\"pool_size\" = 3")]
    [InlineData("'tls' = true\nmode = 'fast'")]
    [InlineData("limits.depth = 1")]
    [InlineData("limits.inner.depth = 1\nlimits.depth = 2")]
    [InlineData("[storage.acme.limits]\ndepth = 1\n[storage.acme.limits.inner]\ndepth = 1")]
    public Task A_key_that_is_an_option_is_accepted(string line) => AcceptsSection("name = \"x\"\n" + line);

    [Fact]
    public Task A_key_with_a_name_of_its_own_is_known_by_it() => Accepts(
        Selection.Replace("acme", "named", StringComparison.Ordinal) + "[storage.named]\nthe-url = \"x\"",
        Project + "[StorageOptions] public sealed record Named { [OptionKey(\"the-url\")] public string Url { get; init; }"
        + " = \"\"; } [StorageDriver(\"named\")] public sealed class NamedSink(Named options) : IAuditSink { public "
        + "ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => "
        + "new(Task.FromResult(options.Url)); }");

    [Fact]
    public Task Keys_that_a_resource_asks_for_are_known() => Accepts(
        Selection.Replace("acme", "piped", StringComparison.Ordinal) + "[storage.piped]\nsize = 1",
        Project + "[StorageOptions] public sealed record PipeOptions { public int Size { get; init; } } "
        + "[StorageResource] public sealed class Pipe(PipeOptions options) { public int Size => options.Size; } "
        + "[StorageDriver(\"piped\")] public sealed class Piped(Pipe pipe) : IAuditSink { public ValueTask EmitAsync("
        + "AuditEntry entry, CancellationToken cancellationToken = default) => new(Task.FromResult(pipe.Size)); }");
}
