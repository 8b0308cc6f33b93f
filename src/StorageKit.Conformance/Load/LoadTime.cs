using System.Globalization;

namespace StorageKit.Conformance.Load;

/// <summary>How long a clause of the load lane keeps a driver busy at most. It does what its sentence says, or as much
/// of it as goes into this time; the result says how much that was.</summary>
internal static class LoadTime
{
    /// <summary>The environment variable that sets it, in seconds; 10 is the full length.</summary>
    internal const string Variable = "STORAGEKIT_LOAD_SECONDS";

    const double Default = 2;
    const double Longest = 15; // Two such phases and what stands between them still end within a clause's deadline.

    internal static TimeSpan FromEnvironment() => Parse(Environment.GetEnvironmentVariable(Variable));

    internal static TimeSpan Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return TimeSpan.FromSeconds(Default);
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and <= Longest
            ? TimeSpan.FromSeconds(seconds)
            : throw new FormatException(
                $"{Variable}: expected a number of seconds, more than 0 and at most {Longest}, found \"{text}\".");
    }
}
