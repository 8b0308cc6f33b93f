using StorageKit.Tests.Drivers;

namespace StorageKit.Tests.Config;

/// <summary>Secrets that stand in the environment or in a file.</summary>
public sealed class SecretReferenceTests : IDisposable
{
    readonly string _file = Path.Combine(Path.GetTempPath(), $"storagekit-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(_file);

    static (string? Value, string? Error) Read(string value, OptionFlags flags = OptionFlags.Secret)
    {
        string? read = null;
        var registry = new Registry().Add(SampleDriver.WithOptions("acme", section =>
        {
            var option = section.Text("password", flags);
            read = option.IsSet ? option.Value : null;
            return section.Complete() ? section : null;
        }));
        var services = new StorageServices { Environment = name => name == "ACME_PW" ? "from the environment" : null };
        var errors = registry.ValidateSection("acme", $"password = '{value}'", services);
        return (read, errors.SingleOrDefault()?.ToString());
    }

    [Theory]
    [InlineData("hunter2")]
    [InlineData("")]
    [InlineData("$ACME_PW")]
    [InlineData("x${ACME_PW}")]
    [InlineData("${ACME_PW")]
    public void A_text_that_is_no_reference_is_itself(string text) => Assert.Equal((text, null), Read(text));

    [Fact]
    public void A_variable_of_the_environment_is_looked_up() =>
        Assert.Equal(("from the environment", null), Read("${ACME_PW}"));

    [Fact]
    public void An_option_that_is_not_secret_refers_to_nothing() =>
        Assert.Equal(("${ACME_PW}", null), Read("${ACME_PW}", OptionFlags.None));

    [Fact]
    public void A_missing_variable_is_named() =>
        Assert.Equal(
            (
                null, "[storage.acme]:1:12: [storage.acme] password: the environment has no variable \"ACME_PASS\"; "
                    + "set ACME_PASS"),
            Read("${ACME_PASS}"));

    [Theory]
    [InlineData("${}")]
    [InlineData("${hunter-2}")]
    [InlineData("${2hunter}")]
    public void What_is_no_name_of_a_variable_is_not_shown(string text)
    {
        var (value, error) = Read(text);
        Assert.Null(value);
        Assert.Equal(
            "[storage.acme]:1:12: [storage.acme] password: what stands between ${ and } is no name "
            + "of an environment variable;"
            + " a name has letters, digits and _ only",
            error);
    }

    [Theory]
    [InlineData("from a file")]
    [InlineData("from a file\n")]
    [InlineData("from a file\r\n")]
    [InlineData("\ufefffrom a file")]
    public void A_file_is_read_without_the_line_break_at_its_end(string content)
    {
        File.WriteAllText(_file, content);
        Assert.Equal(("from a file", null), Read("file:" + _file));
    }

    [Fact]
    public void A_file_keeps_the_line_breaks_and_blanks_inside()
    {
        File.WriteAllText(_file, " a\nb \n");
        Assert.Equal((" a\nb ", null), Read("file:" + _file));
    }

    [Theory]
    [InlineData("", "cannot be read (FileNotFoundException); create it, readable for this user only")]
    [InlineData("/below", "cannot be read (DirectoryNotFoundException); create it, readable for this user only")]
    public void A_missing_file_is_named(string below, string problem) =>
        Assert.Equal(
            (null, $"[storage.acme]:1:12: [storage.acme] password: the file \"{_file}{below}\" {problem}"),
            Read("file:" + _file + below));

    [Fact]
    public void A_directory_is_no_secret() =>
        Assert.Contains(
            "cannot be read (UnauthorizedAccessException)", Read("file:" + Path.GetTempPath()).Error,
            StringComparison.Ordinal);

    [Fact]
    public void No_path_is_an_error() =>
        Assert.Contains("the file \"\" cannot be read", Read("file:").Error, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_UTF8_is_refused()
    {
        File.WriteAllBytes(_file, [0x61, 0xff]);
        Assert.EndsWith("is not UTF-8; save it as UTF-8", Read("file:" + _file).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_long_for_a_secret_is_refused()
    {
        File.WriteAllText(_file, new string('a', 64 * 1024 + 1));
        Assert.EndsWith("is longer than 64 KiB", Read("file:" + _file).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_address_may_be_a_reference()
    {
        Uri? read = null;
        var registry = new Registry().Add(SampleDriver.WithOptions("acme", section =>
        {
            read = section.Address("url", OptionFlags.Secret).Value;
            return section.Complete() ? section : null;
        }));
        var services = new StorageServices { Environment = _ => "redis://u:hunter2@host" };
        Assert.Empty(registry.ValidateSection("acme", "url = '${URL}'", services));
        Assert.Equal("redis://u:hunter2@host", read?.OriginalString);
        var wrong = new StorageServices { Environment = _ => "hunter2" };
        Assert.DoesNotContain(
            "hunter2", Assert.Single(registry.ValidateSection("acme", "url = '${URL}'", wrong)).ToString(),
            StringComparison.Ordinal);
    }
}
