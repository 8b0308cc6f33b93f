namespace StorageKit.Analyzers.Tests.Config;

public sealed class DriverMustBeKnownTests : StorageFileRuleTests
{
    static string Audit(string value, string rest = "") =>
        Selection.Replace("\"acme\"", value, StringComparison.Ordinal) + rest;

    [Theory]
    [InlineData("\"acem\"",
        "unknown audit_sink driver \"acem\"; available drivers: [acme, memory, outbox, sqlite]; did you mean \"acme\"?")]
    [InlineData("\"postgres\"",
        "unknown audit_sink driver \"postgres\"; available drivers: [acme, memory, outbox, sqlite]")]
    [InlineData("\"\"", "unknown audit_sink driver \"\"; available drivers: [acme, memory, outbox, sqlite]")]
    [InlineData("\"ACME\"", null)]
    [InlineData("'memroy'", null)]
    [InlineData("\"postgres://u:secret@h/db\"",
        "unknown audit_sink driver \"…\"; available drivers: [acme, memory, outbox, sqlite]; "
        + "it looks like an address: name the driver here, the address goes into its section")]
    public Task A_name_that_no_driver_has_is_reported_at_the_name(string value, string? message) =>
        Flags(Audit($"{{|SK4002:{value}|}}"), message);

    [Fact]
    public Task A_driver_of_another_contract_is_named_as_such() => Flags(
        """
        [storage]
        policy_store = {|SK4002:"acme"|}
        audit_sink = "memory"
        session_store = {|SK4002:"outbox"|}
        credential_store = "memory"
        rate_limit_counter = "memory"
        lifecycle_store = "memory"
        """,
        "unknown policy_store driver \"acme\"; available drivers: [memory, sqlite]; "
        + "the driver \"acme\" does not serve policy_store");

    [Theory]
    [InlineData("object_store = {|SK4002:\"acme\"|}")]
    [InlineData("object_store = {|SK4002:\"s3\"|}")]
    public Task The_optional_contract_is_looked_at_too(string line) =>
        Flags(Selection.Replace("\"acme\"", "\"memory\"", StringComparison.Ordinal) + line);

    [Theory]
    [InlineData("{|SK4002:\"nobody\"|}")]
    [InlineData("{|SK4002:\"Memory\"|}")]
    public Task A_reference_of_one_section_to_another_driver_is_looked_at(string value) =>
        FlagsSection($"name = \"x\"\nbehind = {value}");

    [Theory]
    [InlineData("\"memory\"")]
    [InlineData("'sqlite'", "[storage.sqlite]\npath = \"a.db\"")]
    [InlineData("\"\"\"acme\"\"\"", "[storage.acme]\nname = \"x\"")]
    [InlineData("\"\\u0061cme\"", "[storage.acme]\nname = \"x\"")]
    [InlineData("\"outbox\"", "[storage.outbox]\ntarget = \"memory\"\npath = \"o.db\"")]
    public Task A_driver_of_the_project_or_its_references_is_known(string value, string rest = "") =>
        Accepts(Audit(value, rest));

    [Fact]
    public Task A_driver_that_is_broken_itself_is_known_by_its_name() => Accepts(
        Audit("\"odd\"", "[storage.odd]\nanything = 1\n[storage.whoever]\n"),
        Project + "[StorageDriver(\"odd\")] public sealed class Odd(int number) : IAuditSink { public ValueTask EmitAsync("
        + "AuditEntry entry, CancellationToken cancellationToken = default) => new(Task.FromResult(number)); }");

    [Theory]
    [InlineData("public static class Nothing;")]
    [InlineData("[StorageKit.StorageDrivers] public static class NotPartial;")]
    [InlineData("[StorageKit.StorageDrivers] static partial class Generic<T>;")]
    public Task A_project_that_makes_no_registry_is_left_alone(string project) => Accepts(Audit("\"acem\""), project);

    [Fact]
    public Task A_section_of_a_driver_that_is_not_known_is_left_alone() => Flags(
        Audit("{|SK4002:\"mine\"|}", "[storage.mine]\nhost = 1\n[storage.other]\n"));
}
