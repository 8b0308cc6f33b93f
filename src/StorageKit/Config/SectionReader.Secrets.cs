using System.Text;
using StorageKit.Toml;

namespace StorageKit;

public sealed partial class SectionReader
{
    const string FilePrefix = "file:";
    const int LongestSecretFile = 64 * 1024;

    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What a secret's text refers to: an environment variable, a file, or itself.</summary>
    Option<string> Resolve(string key, TomlString text)
    {
        var value = text.Value;
        if (value.StartsWith("${", StringComparison.Ordinal) && value.EndsWith('}'))
            return FromEnvironment(key, text, value[2..^1]);
        return value.StartsWith(FilePrefix, StringComparison.Ordinal)
            ? FromFile(key, text, value[FilePrefix.Length..])
            : new(value);
    }

    Option<string> FromEnvironment(string key, TomlString text, string name)
    {
        // What is no variable's name may be a password that happens to begin and end like a reference.
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            return Unresolved(
                key, text, "what stands between ${ and } is no name of an environment variable",
                "a name has letters, digits and _ only");
        return _environment(name) is { } value
            ? new(value)
            : Unresolved(key, text, $"the environment has no variable {QuotedName.Of(name)}", $"set {name}");
    }

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

    Option<string> Unresolved(string key, TomlString text, string why, string? hint)
    {
        _errors.Add(Error(text.Span.Start, $"[{_path}] {WrittenAs(key)}: {why}", hint));
        return default;
    }
}
