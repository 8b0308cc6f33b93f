using System.Text.Json;

namespace StorageKit.Tools.Tests.Attacks;

public sealed class GigabyteAttacks
{
    [Theory]
    [InlineData("docs-write", """{"key":"k","value":" """, "value")]
    [InlineData("docs-read", """{"key":" """, "key")]
    public async Task A_value_or_key_of_nearly_a_gigabyte_is_refused_without_being_copied(
        string tool, string head, string argument)
    {
        await using var workshop = await Workshop.OpenAsync("""
            [[component]]
            type = "storage"
            name = "docs"
            storage_type = "memory"

            [[agent]]
            name = "a"
            storage = ["docs"]
            """);
        var json = new byte[990_000_000];
        json.AsSpan().Fill((byte)'x');
        System.Text.Encoding.ASCII.GetBytes(head.TrimEnd()).CopyTo(json, 0);
        "\"}"u8.CopyTo(json.AsSpan(json.Length - 2));
        using var arguments = JsonDocument.Parse(json);
        await workshop.Host.CallAsync("a", tool, default);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var calling = workshop.Host.CallAsync("a", tool, arguments.RootElement);
        Assert.True(calling.IsCompleted);
        var copied = GC.GetAllocatedBytesForCurrentThread() - before;

        var result = await calling;
        Assert.Equal(ToolOutcome.LimitExceeded, result.Outcome);
        Assert.Contains($"\"{argument}\" is longer than", result.Text, StringComparison.Ordinal);
        Assert.InRange(copied, 0, 100_000);
    }
}
