namespace StorageKit.Analyzers.Tests.Config;

public sealed class NothingRequiredMayBeMissingTests : StorageFileRuleTests
{
    [Fact]
    public Task A_file_without_the_storage_table_is_reported_at_its_start() =>
        Flags("{|SK4003:|}# empty\n", "has no [storage] section; add [storage] with a driver for each contract");

    [Fact]
    public Task A_misspelt_storage_table_is_recognised() =>
        Flags("{|SK4003:|}[storag]\n", "has no [storage] section; did you mean [storage] where it says storag?");

    [Theory]
    [InlineData("policy_store")]
    [InlineData("audit_sink")]
    [InlineData("session_store")]
    [InlineData("credential_store")]
    [InlineData("rate_limit_counter")]
    [InlineData("lifecycle_store")]
    public Task Each_contract_needs_its_driver(string kind)
    {
        var lines = Selection.Replace("acme", "memory", StringComparison.Ordinal).Split('\n')
            .Where(line => !line.StartsWith(kind, StringComparison.Ordinal));
        return Flags(
            string.Join('\n', lines).Replace("[storage]", "[{|SK4003:storage|}]", StringComparison.Ordinal),
            $"[storage]: missing field `{kind}`; add {kind} = \"DRIVER\"");
    }

    [Fact]
    public Task A_driver_with_a_required_option_needs_its_section() => Flags(
        Selection.Replace("\"acme\"", "{|SK4003:\"acme\"|}", StringComparison.Ordinal),
        "driver \"acme\" (selected for audit_sink) has no [storage.acme] subsection; add [storage.acme]");

    [Theory]
    [InlineData("{|SK4003:[storage.acme]|}", "[storage.acme] missing key \"name\"; add name = … (string)")]
    [InlineData("{|SK4003:[storage.acme]|}\npool_size = 3", null)]
    [InlineData("{|SK4003:[ storage . acme ]|} # why\ntls = true", null)]
    [InlineData("{|SK4003:[storage.acme]|}\n[storage.acme.limits]\ndepth = 3", null)]
    public Task A_section_without_a_required_key_is_reported_at_its_header(string section, string? message) =>
        Flags(Selection + section, message);

    [Theory]
    [InlineData("limits = {|SK4003:{}|}",
        "[storage.acme.limits] missing key \"depth\"; add depth = … (integer from 1 to 10)")]
    [InlineData("limits = { depth = 1, inner = {|SK4003:{ }|} }", null)]
    [InlineData("{|SK4003:[storage.acme.limits]|}", null)]
    public Task A_table_in_the_section_needs_its_keys_too(string limits, string? message) =>
        FlagsSection("name = \"x\"\n" + limits, message);

    [Theory]
    [InlineData("name = \"x\"")]
    [InlineData("name = ''")]
    [InlineData("\"name\" = 'x'")]
    [InlineData("name = \"\"\"\nx\"\"\"\nlimits.depth = 2")]
    [InlineData("name = \"x\"\nlimits = { depth = 2, inner = { depth = 3 } }")]
    public Task A_section_with_its_required_keys_is_complete(string section) => AcceptsSection(section);

    [Theory]
    [InlineData("acme = { name = \"x\" }")]
    [InlineData("acme.name = \"x\"")]
    [InlineData("[storage.\"acme\"]\nname = \"x\"")]
    [InlineData("[storage.'acme']\nname = \"x\"\n[storage.acme.limits]\ndepth = 1")]
    public Task A_section_may_be_written_in_any_way(string section) => Accepts(Selection + section);

    [Fact]
    public Task A_driver_without_required_options_needs_no_section() =>
        Accepts(Selection.Replace("acme", "memory", StringComparison.Ordinal));
}
