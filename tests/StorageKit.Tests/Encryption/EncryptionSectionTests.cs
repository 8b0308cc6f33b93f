using StorageKit.Tests.Config;
using StorageKit.Tests.Drivers;

namespace StorageKit.Tests.Encryption;

/// <summary>How <c>[storage.encryption]</c> is read.</summary>
public sealed class EncryptionSectionTests
{
    const string KeyA = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    const string KeyB = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
    const string Zeros = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    static readonly StorageServices s_services = new() { Environment = name => name == "KEY_A" ? KeyA : null };

    static Registry Drivers() =>
        new Registry().Add(SampleDriver.Serving("memory", [.. SampleDriver.Six.Select(contract => contract.Kind)]));

    static string[] Errors(string sections) =>
        [.. Drivers().Validate(SampleConfig.Parse("memory", sections), s_services).Select(error => error.ToString())];

    static async Task<KeyRing?> RingAsync(string sections)
    {
        KeyRing? ring = null;
        var driver = new DriverRegistration("acme")
        {
            Stores =
            [
                new(typeof(EmptyStore), [.. SampleDriver.Six], (scope, _) =>
                {
                    ring = scope.KeyRing;
                    return new(new EmptyStore());
                }),
            ],
        };
        await using var storage = await new Registry().Add(driver)
            .OpenAsync(SampleConfig.Parse("acme", sections), s_services);
        return ring;
    }

    [Fact]
    public async Task The_keys_come_from_the_environment_from_files_and_from_the_text()
    {
        var file = Path.Combine(Path.GetTempPath(), $"storagekit-{Guid.NewGuid():N}");
        await File.WriteAllTextAsync(file, KeyB + "\n");
        try
        {
            var ring = await RingAsync($$"""
                [storage.encryption]
                active = "2026-11"
                [storage.encryption.keys]
                "2026-11" = "${KEY_A}"
                "2026-05" = "file:{{file}}"
                """);
            Assert.Equal("key ring 2026-05 2026-11 (active)", ring!.ToString());
            Assert.Equal(["2026-05", "2026-11"], ring.Ids);
            Assert.Equal("2026-11", ring.Active);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Without_the_section_there_is_no_ring() => Assert.Null(await RingAsync(""));

    [Fact]
    public async Task Who_cannot_do_without_is_told_what_to_write()
    {
        var driver = new DriverRegistration("acme")
        {
            Stores = [new(typeof(EmptyStore), [.. SampleDriver.Six], (scope, _) => new(scope.RequireKeyRing()))],
        };
        var error = await Assert.ThrowsAsync<StorageConfigException>(
            async () => await new Registry().Add(driver).OpenAsync(SampleConfig.Parse("acme")));
        Assert.Contains("there is no [storage.encryption]; add [storage.encryption] with active", error.Message);
    }

    [Theory]
    [InlineData("encryption = 'x'", "8:14: [storage] encryption: expected a table, found a string; write [storage.encryption]")]
    [InlineData("[storage.encryption]\nactive = 'a'",
        "8:1: [storage.encryption] missing key \"keys\"; add keys = … (table)")]
    [InlineData("[storage.encryption]\nkeys = { a = '" + KeyA + "' }",
        "8:1: [storage.encryption] missing key \"active\"; add active = … (string)")]
    [InlineData("[storage.encryption]\nactive = 'b'\nkeys = { a = '" + KeyA + "' }",
        "9:10: [storage.encryption] active: no key has this id; did you mean \"a\"?")]
    [InlineData("[storage.encryption]\nactive = '" + KeyB + "'\nkeys = { a = '" + KeyA + "' }",
        "9:10: [storage.encryption] active: no key has this id; the keys are a")]
    [InlineData("[storage.encryption]\nactive = 'a'\nactve = 'a'\nkeys = { a = '" + KeyA + "' }",
        "10:1: [storage.encryption] unknown key \"actve\"; did you mean \"active\"?")]
    [InlineData("[storage.encryption]\nactive = 'a'\nkeys = { a = '" + KeyA + "=' }",
        "10:14: [storage.encryption.keys] a: not the Base64 of 32 bytes (44 characters); make one with openssl rand -base64 32")]
    [InlineData("[storage.encryption]\nactive = 'a'\nkeys = { a = '" + Zeros + "' }",
        "10:14: [storage.encryption.keys] a: the key is 32 times the same byte, which is no random key; "
        + "make one with openssl rand -base64 32")]
    [InlineData("[storage.encryption]\nactive = 'a'\nkeys = { a = '" + KeyA + "', b = '${KEY_A}' }",
        "10:66: [storage.encryption.keys] b: the same key as a; give the new id a new key; "
        + "make one with openssl rand -base64 32")]
    [InlineData("[storage.encryption]\nactive = 'a'\nkeys = { a = '${KEY_B}' }",
        "10:14: [storage.encryption.keys] a: the environment has no variable \"KEY_B\"; set KEY_B")]
    [InlineData("[storage.encryption]\nactive = 'a'\nkeys = {}",
        "10:8: [storage.encryption.keys] has no key; add \"2026-11\" = \"${STORAGE_KEY}\"; "
        + "make one with openssl rand -base64 32")]
    [InlineData("[storage.encryption]\nactive = 'a'\nkeys = { a = '${KEY_A}', '" + KeyB + "' = 'x' }",
        "10:26: [storage.encryption.keys] a key's id is 1 to 64 characters of A-Z a-z 0-9 . _ -; "
        + "write the key behind its id, as in \"2026-11\" = \"${STORAGE_KEY}\"")]
    [InlineData("[storage.encryption]\nactive = 'a'\nkeys = { a = 7 }",
        "10:14: [storage.encryption.keys] a: expected string, found an integer (not shown: the key is secret)")]
    [InlineData("[storage.encryption]\nactive = 'a.b'\n[storage.encryption.keys]\na.b = '" + KeyA + "'",
        "11:1: [storage.encryption.keys] a: an id with a dot stands in quotes; quote the id")]
    [InlineData("[storage.encryption]\nactive = 'a'\nkeys = '" + KeyA + "'",
        "10:8: [storage.encryption] keys: expected table, found a string (not shown: it may hold a secret)")]
    public void What_is_wrong_is_said_at_its_place_without_any_key(string section, string error)
    {
        Assert.Equal(["storage.toml:" + error], Errors(section));
        foreach (var key in (string[])[KeyA, KeyB, Zeros])
            Assert.DoesNotContain(Errors(section), text => text.Contains(key[..20], StringComparison.Ordinal));
    }

    [Fact]
    public void An_id_that_stands_twice_is_an_error_of_the_file() => Assert.Contains(
        "storage.toml:12:1:",
        Assert.Single(SampleConfig.ParseErrors(SampleConfig.Text(
            "memory", $"[storage.encryption]\nactive = 'a'\n[storage.encryption.keys]\na = '{KeyA}'\n'a' = '{KeyB}'")))
            .ToString());

    [Fact]
    public void The_section_is_no_unread_one_and_a_misspelt_one_is_recognised()
    {
        string[] Warnings(string sections) =>
            [.. Drivers().Warnings(SampleConfig.Parse("memory", sections)).Select(warning => warning.ToString())];
        Assert.Empty(Warnings($"[storage.encryption]\nactive = 'a'\nkeys = {{ a = '{KeyA}' }}"));
        Assert.Equal(
            ["storage.toml:8:10: [storage.encrypton] is read by nobody; did you mean \"encryption\"?"],
            Warnings("[storage.encrypton]"));
    }

    [Fact]
    public void No_driver_and_no_contract_has_the_sections_name()
    {
        var error = Assert.Throws<ArgumentException>(() => new Registry().Add(SampleDriver.Serving("encryption")));
        Assert.Contains("has the name of [storage.encryption]", error.Message);
        var kind = new DriverRegistration("acme")
        {
            Stores = [new(typeof(EmptyStore), [new("encryption", typeof(EmptyStore))], (_, _) => default)],
        };
        Assert.Throws<ArgumentException>(() => new Registry().Add(kind));
    }

    [Fact]
    public void The_text_of_one_section_may_go_on_with_the_keys_and_their_errors_are_said_as_well()
    {
        var registry = new Registry().Add(SampleDriver.WithOptions(
            "acme", section => section.Text("path").IsSet && section.Complete() ? section : null));
        Assert.Empty(registry.ValidateSection(
            "acme", $"path = 'x'\n[storage.encryption]\nactive = 'a'\nkeys = {{ a = '{KeyA}' }}"));
        Assert.Equal(
            "[storage.acme]:4:8: [storage.encryption.keys] has no key; add \"2026-11\" = \"${STORAGE_KEY}\"; "
            + "make one with openssl rand -base64 32",
            Assert.Single(registry.ValidateSection("acme", "path = 'x'\n[storage.encryption]\nactive = 'a'\nkeys = {}"))
                .ToString());
        Assert.NotEmpty(registry.ValidateSection("acme", "path = 'x'\n[storage.encryptions]\nactive = 'a'"));
    }
}
