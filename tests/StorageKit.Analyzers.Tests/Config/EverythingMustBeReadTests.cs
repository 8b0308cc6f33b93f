namespace StorageKit.Analyzers.Tests.Config;

public sealed class EverythingMustBeReadTests : StorageFileRuleTests
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
    [InlineData("[storage.{|SK4006:acme|}]\nname = 1",
        "[storage.acme] is read by nobody; no contract selects the driver \"acme\"")]
    [InlineData("[storage.{|SK4006:sqlite|}]", null)]
    [InlineData("[storage.{|SK4006:memry|}]", "[storage.memry] is read by nobody; did you mean \"memory\"?")]
    [InlineData("[storage.{|SK4006:encription|}]", "[storage.encription] is read by nobody; did you mean \"encryption\"?")]
    [InlineData("[storage.{|SK4006:something|}]", "[storage.something] is read by nobody")]
    [InlineData("[storage.{|SK4006:something|}.deep]", null)]
    [InlineData("{|SK4006:something|} = { a = 1 }", null)]
    [InlineData("{|SK4006:objct_store|} = \"memory\"",
        "[storage] objct_store is read by nobody; did you mean \"object_store\"?")]
    [InlineData("{|SK4006:other_store|} = \"memory\"", null)]
    [InlineData("{|SK4006:number|} = 1", "[storage] number is read by nobody")]
    [InlineData("[[storage.{|SK4006:lists|}]]", null)]
    public Task What_nobody_reads_is_reported_at_its_key(string rest, string? message) => Flags(Memory + rest, message);

    [Theory]
    [InlineData("object_store = \"memory\"")]
    [InlineData("[storage.memory]")]
    [InlineData("[storage.encryption]\nactive = \"1\"\n[storage.encryption.keys]\n1 = \"${KEY}\"")]
    [InlineData("[[component]]\ntype = \"storage\"\nname = \"files\"")]
    [InlineData("[[agent]]\nname = \"one\"")]
    [InlineData("[gateway]\nport = 80")]
    [InlineData("")]
    public Task What_somebody_reads_is_accepted(string rest) => Accepts(Memory + rest);

    [Fact]
    public Task A_section_that_another_section_refers_to_is_read() => Accepts(
        Selection + "[storage.acme]\nname = \"x\"\nbehind = \"sqlite\"\n[storage.sqlite]\npath = \"a.db\"");

    [Fact]
    public Task A_contract_of_the_projects_own_has_its_key() => Accepts(
        Memory + "shelf = \"acme\"\n[storage.acme]\nname = \"x\"",
        Project.Replace("AcmeSink(AcmeOptions options) : IAuditSink", "AcmeSink(AcmeOptions options) : IAuditSink, IShelf",
            StringComparison.Ordinal) + "[StorageContract(\"shelf\")] public interface IShelf;");
}
