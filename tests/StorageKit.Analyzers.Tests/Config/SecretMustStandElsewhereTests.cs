namespace StorageKit.Analyzers.Tests.Config;

public sealed class SecretMustStandElsewhereTests : StorageFileRuleTests
{
    [Theory]
    [InlineData("password = {|SK4007:\"pa55\"|}",
        "[storage.acme] password: the secret stands in the file; write \"${ACME_PASSWORD}\" and set that variable, "
        + "or \"file:PATH\"")]
    [InlineData("password = {|SK4007:'pa55'|}", null)]
    [InlineData("password = {|SK4007:\"\"\"\npa55\"\"\"|}", null)]
    [InlineData("password = {|SK4007:\" \"|}", null)]
    [InlineData("password = {|SK4007:\"$PASSWORD\"|}", null)]
    [InlineData("password = {|SK4007:\"x${PASSWORD}\"|}", null)]
    [InlineData("password = {|SK4007:\"File:/x\"|}", null)]
    [InlineData("password = {|SK4007:\"redis://u:pa55@host\"|}", null)]
    [InlineData("password = {|SK4007:\"https://host/?Password=pa55\"|}", null)]
    [InlineData("\"password\" = {|SK4007:\"Host=h;Password=pa55\"|}", null)]
    public Task A_secret_in_the_file_is_reported_and_not_shown(string line, string? message) =>
        FlagsSection("name = \"x\"\n" + line, message);

    [Theory]
    [InlineData("[storage.encryption.keys]\n1 = {|SK4007:\"c2VjcmV0\"|}")]
    [InlineData("[storage.encryption]\nactive = \"1\"\nkeys = { 1 = \"${KEY}\", 2 = {|SK4007:\"c2VjcmV0\"|} }")]
    public Task A_key_of_the_encryption_in_the_file_is_reported(string encryption) =>
        Flags($"{Selection}[storage.acme]\nname = \"x\"\n{encryption}");

    [Theory]
    [InlineData("password = \"${ACME_PASSWORD}\"")]
    [InlineData("password = '${P}'")]
    [InlineData("password = \"file:secrets/acme\"")]
    [InlineData("password = \"file:\"")]
    [InlineData("password = \"\"")]
    [InlineData("password = \"redis://localhost:6379\"")]
    [InlineData("mode = \"fast\"")]
    [InlineData("tags = [\"pa55\"]")]
    public Task What_is_no_secret_is_accepted(string line) => AcceptsSection("name = \"pa55\"\n" + line);

    [Theory]
    [InlineData("[storage.encryption]\nactive = \"1\"\nkeys = { 1 = \"${KEY}\" }")]
    [InlineData("[storage.encryption.keys]\n1 = \"file:/run/secrets/key\"")]
    [InlineData("[other]\npassword = \"pa55\"")]
    public Task What_stands_elsewhere_is_accepted(string rest) =>
        Accepts($"{Selection}[storage.acme]\nname = \"x\"\n{rest}");
}
