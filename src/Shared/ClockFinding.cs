using System.Globalization;

namespace StorageKit;

/// <summary>Holds a server's clock against this process's.</summary>
internal static class ClockFinding
{
    static readonly TimeSpan s_tolerated = TimeSpan.FromSeconds(2);

    /// <param name="server">What the server took for the time, between the other two.</param>
    /// <param name="before">This process's time before it was asked.</param>
    /// <param name="after">And after it had answered.</param>
    internal static BackendFinding Of(DateTimeOffset server, DateTimeOffset before, DateTimeOffset after)
    {
        var off = server < before ? before - server : server > after ? server - after : TimeSpan.Zero;
        var text = string.Create(CultureInfo.InvariantCulture, $"{off.TotalSeconds:0.0} s");
        return off <= s_tolerated
            ? new(BackendFindingLevel.Good, "clock", $"the server's clock is at most {text} off this process's")
            : new(
                BackendFindingLevel.Notice, "clock",
                $"the server's clock is {text} {(server < before ? "behind" : "ahead of")} this process's",
                "synchronise both: windows and expiry follow the server's, entries' times this process's");
    }
}
