using System.Data.Common;
using StorageKit.Conformance.Clauses;
using StorageKit.Toml;

namespace StorageKit.Conformance.Secrets;

/// <summary>What is secret in a driver's section: the values of its secret options, and passwords in addresses and
/// connection strings.</summary>
internal static class SectionSecrets
{
    // A short one, or one that is in the section for another reason too (a user of that name), would be seen where
    // nobody told it.
    const int Shortest = 8;

    /// <summary>Canaries for all of them.</summary>
    internal static IReadOnlyList<Canary> Of(DriverUnderTest driver) =>
    [
        .. from secret in Find(driver)
           where secret.Value.Length >= Shortest && Count(driver.Harness.Section, secret.Written) == 1
           select Canary.Of($"the {secret.Option} of its section", secret.Value),
    ];

    /// <summary>The section with another value in each place of a secret, in turn.</summary>
    internal static IEnumerable<string> SectionsWith(DriverUnderTest driver, string section, string other) =>
        from secret in Find(driver).Select(secret => secret.Written).Distinct()
        where Count(section, secret) == 1
        select section.Replace(secret, other, StringComparison.Ordinal);

    static IEnumerable<(string Option, string Written, string Value)> Find(DriverUnderTest driver)
    {
        var section = driver.Harness.Section;
        if (!TomlDocument.TryParse(section, "the section", out var document, out _)) yield break;
        if (document.Root["storage"] is TomlTable { } own && own["encryption"] is TomlTable ring
            && ring["keys"] is TomlTable keys)
            foreach (var key in keys)
                if (key.Value is TomlString { Value: { Length: > 0 } secret })
                    yield return ($"key \"{key.Key}\" of [storage.encryption]", secret, Resolve(secret));
        foreach (var entry in document.Root)
        {
            if (entry.Value is not TomlString { Value: { Length: > 0 } text }) continue;
            if (IsSecret(driver, entry.Key)) yield return (entry.Key, text, Resolve(text));
            else if (PasswordIn(text) is { Length: > 0 } password)
                yield return ($"password in {entry.Key}", password, password);
        }
    }

    // The binder does not show what it found for such a key.
    static bool IsSecret(DriverUnderTest driver, string option) =>
        driver.Registry.ValidateSection(driver.Name, $"{option} = [\"x\", 1]").Any(error =>
            error.Message.Contains($" {option}: ", StringComparison.Ordinal)
            && error.Message.Contains("the key is secret", StringComparison.Ordinal));

    static string Resolve(string text)
    {
        if (text.StartsWith("${", StringComparison.Ordinal) && text.EndsWith('}'))
            return Environment.GetEnvironmentVariable(text[2..^1]) ?? "";
        const string File = "file:";
        return text.StartsWith(File, StringComparison.Ordinal)
            ? System.IO.File.ReadAllText(text[File.Length..]).TrimEnd('\r', '\n')
            : text;
    }

    static string? PasswordIn(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.UserInfo.Split(':', 2) is [_, var password])
            return password;
        if (!text.Contains('=', StringComparison.Ordinal)) return null;
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = text };
            return parts.TryGetValue("password", out var value) || parts.TryGetValue("pwd", out value)
                ? value as string
                : null;
        }
        catch (ArgumentException)
        {
            return null; // no connection string
        }
    }

    static int Count(string text, string part) => part.Length == 0 ? 0 : text.Split(part).Length - 1;
}
