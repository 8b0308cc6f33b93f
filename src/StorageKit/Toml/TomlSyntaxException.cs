namespace StorageKit.Toml;

/// <summary>A text is not TOML. The message lists every error that was found, one a line.</summary>
public sealed class TomlSyntaxException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="errors">What is wrong, in the order of the text; at least one.</param>
    public TomlSyntaxException(IReadOnlyList<TomlError> errors)
        : base(string.Join("\n", errors)) => Errors = errors;

    /// <summary>What is wrong, in the order of the text; at least one.</summary>
    public IReadOnlyList<TomlError> Errors { get; }
}
