using System.Text;
using StorageKit.Toml;

namespace StorageKit;

/// <summary>Where secrets are read from when a configuration is opened; nobody reads them while a project is
/// built.</summary>
public sealed partial class SectionReader
{
    const int LongestSecretFile = 64 * 1024;

    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    Option<string> Variable(string key, TomlString text, string name) =>
        _environment(name) is { } value
            ? new(value)
            : Unresolved(key, text, $"the environment has no variable {QuotedName.Of(name)}", $"set {name}");

    // The path is relative to the current folder. An editor's line break at the end is no part of the secret.
    Option<string> FromFile(string key, TomlString text, string path)
    {
        var file = $"the file {QuotedName.Of(path)}";
        try
        {
            using var stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[LongestSecretFile + 1];
            var length = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            if (length > LongestSecretFile) return Unresolved(key, text, $"{file} is longer than 64 KiB", null);
            return new(StrictUtf8.GetString(content, 0, length).TrimStart('\ufeff').TrimEnd('\n', '\r'));
        }
        catch (DecoderFallbackException)
        {
            return Unresolved(key, text, $"{file} is not UTF-8", "save it as UTF-8");
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Unresolved(
                key, text, $"{file} cannot be read ({e.GetType().Name})",
                "create it, readable for this user only");
        }
    }
}
