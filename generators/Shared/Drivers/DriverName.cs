using System.Text;

namespace StorageKit.Roslyn;

/// <summary>A driver's name, as in TOML, and the C# names that come of it.</summary>
internal static class DriverName
{
    public const int MaxLength = 63;

    /// <summary>The section <c>[storage.encryption]</c> is the kit's own.</summary>
    public const string Reserved = "encryption";

    /// <summary><c>^[a-z][a-z0-9_-]{0,62}$</c>, and not <see cref="Reserved"/>.</summary>
    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaxLength && IsLower(name[0]) && name.All(IsNameCharacter) && name != Reserved;

    /// <summary>The name in Pascal case: <c>my-driver</c> becomes <c>MyDriver</c>.</summary>
    public static string ToPascalCase(string name)
    {
        var pascal = new StringBuilder();
        foreach (var word in name.Split('-', '_'))
            if (word.Length > 0)
                pascal.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        return pascal.ToString();
    }

    /// <summary>The nearest valid name, or null when nothing of the name is left.</summary>
    public static string? Sanitise(string name)
    {
        var sane = new StringBuilder();
        foreach (var character in name)
        {
            var lower = character is >= 'A' and <= 'Z' ? (char)(character | 0x20) : character;
            if (IsNameCharacter(lower))
                sane.Append(lower);
            else if (sane.Length > 0 && sane[sane.Length - 1] != '-')
                sane.Append('-');
        }

        var text = sane.ToString().TrimStart('-', '_', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('-');
        text = text.Substring(0, Math.Min(text.Length, MaxLength)).TrimEnd('-');
        return IsValid(text) ? text : null;
    }

    static bool IsNameCharacter(char character) => IsLower(character) || character is (>= '0' and <= '9') or '-' or '_';

    static bool IsLower(char character) => character is >= 'a' and <= 'z';
}
