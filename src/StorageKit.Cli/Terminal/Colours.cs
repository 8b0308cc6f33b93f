namespace StorageKit.Cli.Terminal;

/// <summary>Words in colour, for a terminal; none elsewhere, and none where NO_COLOR is set (no-color.org).</summary>
internal sealed class Colours(bool isOn)
{
    internal static Colours Of(TextWriter output) => new(
        ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));

    internal string Of(BackendFindingLevel level) => In(Word(level), level switch
    {
        BackendFindingLevel.Good => 32,
        BackendFindingLevel.Notice => 33,
        _ => 31,
    });

    /// <summary>As wide as any other.</summary>
    internal static string Word(BackendFindingLevel level) => level switch
    {
        BackendFindingLevel.Good => "good  ",
        BackendFindingLevel.Notice => "notice",
        _ => "bad   ",
    };

    string In(string word, int colour) => isOn ? $"\x1b[{colour}m{word}\x1b[0m" : word;
}
