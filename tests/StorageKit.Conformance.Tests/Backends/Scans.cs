using System.Text;

namespace StorageKit.Conformance.Tests.Backends;

/// <summary>Looks for text in everything that rests in a backend.</summary>
internal static class Scans
{
    internal static async Task<bool> ContainAsync(IRawScan scan, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await foreach (var item in scan.ScanAsync())
            if (item.Span.IndexOf(bytes) >= 0) return true;
        return false;
    }
}
