namespace StorageKit.Toml;

/// <summary>Where each ASCII character may stand without further ado.</summary>
internal static class CharKinds
{
    internal const byte BareKey = 1;
    internal const byte InBasicString = 2;
    internal const byte InLiteralString = 4;
    internal const byte InComment = 8;

    /// <summary>The end of a value that has no closing mark: blank, line break, comma, bracket, comment, end.</summary>
    internal const byte ValueEnd = 16;

    internal static readonly byte[] Of = Build();

    internal static bool Is(char c, byte kind) => c < Of.Length && (Of[c] & kind) != 0;

    static byte[] Build()
    {
        var kinds = new byte[128];
        for (var c = '\0'; c < kinds.Length; c++)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_')
                kinds[c] |= BareKey;
            if (c is ' ' or '\t' or '\n' or '\r' or ',' or ']' or '}' or '#' or '\0') kinds[c] |= ValueEnd;
            if (c is < ' ' and not '\t' or '\x7F') continue;
            kinds[c] |= InComment;
            if (c is not '"' and not '\\') kinds[c] |= InBasicString;
            if (c is not '\'') kinds[c] |= InLiteralString;
        }

        return kinds;
    }
}
