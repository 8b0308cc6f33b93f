using StorageKit.Toml;

namespace StorageKit;

public sealed partial class SectionReader
{
    const string FilePrefix = "file:";

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
        if (_environment(name) is { } value) return new(value);
        _errors.Add(Error(
            text.Span.Start, $"[{_path}] {key}: the environment has no variable {QuotedName.Of(name)}", $"set {name}"));
        return default;
    }

    Option<string> FromFile(string key, TomlString text, string path)
    {
        try
        {
            return new(File.ReadAllText(path).TrimEnd('\n', '\r'));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            _errors.Add(Error(
                text.Span.Start, $"[{_path}] {key}: the file {QuotedName.Of(path)} cannot be read ({e.GetType().Name})",
                "create it, readable for this user only"));
            return default;
        }
    }
}
