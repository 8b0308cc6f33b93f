namespace StorageKit.Cli.Tests;

public sealed class ConfigFixTests : ToolFolder
{
    [Fact]
    public async Task What_can_only_have_been_meant_in_one_way_is_corrected_and_the_rest_stays_to_the_byte()
    {
        var wrong = "\ufeff# keep me\r\n" + Right.ReplaceLineEndings("\r\n")
            .Replace("policy_store", "policy_stor", StringComparison.Ordinal)
            .Replace("audit_sink = \"sqlite\"", "audit_sink = \"sqlit\"  # here", StringComparison.Ordinal)
            .Replace("path", "pth", StringComparison.Ordinal)
            + "\r\nbusy_timeout =   \"5s\"\r\nenforce_chain = 'true'\r\n";
        await WriteAsync(wrong);
        var result = await RunAsync("config", "validate", "storage.toml", "--fix");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            [
                "fixed: storage.toml:11:1: pth is now path",
                "fixed: storage.toml:13:17: 'true' is now true",
                "fixed: storage.toml:3:1: policy_stor is now policy_store",
                "fixed: storage.toml:4:14: \"sqlit\" is now \"sqlite\"",
                "storage.toml is right: 6 contracts, 0 components, 0 agents.",
            ],
            result.Output.TrimEnd().Split('\n').Order(StringComparer.Ordinal));
        Assert.Equal(
            wrong.Replace("policy_stor ", "policy_store ", StringComparison.Ordinal)
                .Replace("\"sqlit\"", "\"sqlite\"", StringComparison.Ordinal)
                .Replace("pth", "path", StringComparison.Ordinal)
                .Replace("'true'", "true", StringComparison.Ordinal),
            System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(PathOf("storage.toml"))));
        Assert.Equal(["storage.toml"], Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("path = \"a.db\"\npth = \"b.db\"")]
    [InlineData("paht = \"a.db\"\npth = \"b.db\"")]
    [InlineData("path = \"a.db\"\nbusy_timeout = \"soon\"")]
    [InlineData("path = \"a.db\"\nunheard_of = 1")]
    public async Task What_may_mean_two_things_or_nothing_is_left_to_its_author(string section)
    {
        var wrong = Right.Replace("path = \"audit.db\"", section, StringComparison.Ordinal);
        await WriteAsync(wrong);
        var result = await RunAsync("config", "validate", "storage.toml", "--fix");
        Assert.Equal(2, result.ExitCode);
        Assert.DoesNotContain("fixed:", result.Output, StringComparison.Ordinal);
        Assert.Equal(wrong, await ReadAsync());
    }

    [Fact]
    public async Task A_driver_that_is_there_but_serves_something_else_is_not_exchanged()
    {
        var wrong = Right.Replace("credential_store = \"memory\"", "credential_store = \"redis\"", StringComparison.Ordinal);
        await WriteAsync(wrong);
        Assert.Equal(2, (await RunAsync("config", "validate", "storage.toml", "--fix")).ExitCode);
        Assert.Equal(wrong, await ReadAsync());
    }

    [Fact]
    public async Task A_link_and_the_rights_of_the_file_stay()
    {
        if (OperatingSystem.IsWindows()) return;
        await WriteAsync(Right.Replace("path", "pth", StringComparison.Ordinal), "real.toml");
        File.SetUnixFileMode(PathOf("real.toml"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(PathOf("storage.toml"), "real.toml");
        Assert.Equal(0, (await RunAsync("config", "validate", "storage.toml", "--fix")).ExitCode);
        Assert.Equal("real.toml", new FileInfo(PathOf("storage.toml")).LinkTarget);
        Assert.Equal(Right, await ReadAsync("real.toml"));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf("real.toml")));
    }
}
