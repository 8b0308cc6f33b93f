using System.Text;

namespace StorageKit.Analyzers.Config;

/// <summary>The environment variable that a section's secret is suggested to be read from.</summary>
internal static class SecretVariable
{
    /// <summary><c>[storage.acme] password</c> is <c>ACME_PASSWORD</c>.</summary>
    public static string NameOf(string section, string key)
    {
        var name = new StringBuilder();
        foreach (var character in $"{section}_{key}".ToUpperInvariant())
            name.Append(character is (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? character : '_');
        return name.ToString();
    }
}
