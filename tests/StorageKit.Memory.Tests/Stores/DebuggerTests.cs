using System.Text;
using StorageKit.Testing.Debugging;

namespace StorageKit.Memory.Tests;

public sealed class DebuggerTests
{
    [Fact]
    public async Task A_debugger_shows_no_secret_that_the_store_keeps()
    {
        using var data = new MemoryData(new MemoryOptions(), TimeProvider.System);
        var store = new MemoryCredentialStore(data, TenantId.System);
        await store.PutSecretAsync("github", Encoding.UTF8.GetBytes("pa55word"));

        Assert.DoesNotContain("pa55word", DebuggerView.Of(store), StringComparison.Ordinal);
    }
}
