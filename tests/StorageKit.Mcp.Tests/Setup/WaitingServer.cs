using StorageKit.Tools;

namespace StorageKit.Mcp.Tests.Setup;

/// <summary>What the test assembly does when a test starts it: serves a tool that waits.</summary>
internal static class WaitingServer
{
    internal static string[] Command { get; } = ["dotnet", typeof(WaitingServer).Assembly.Location];

    static async Task Main()
    {
        await using var host = new ToolHost();
        host.RegisterProvider(new WaitingProvider());
        await host.RegisterComponentAsync(new WaitingComponent());
        host.SetAgent(new("tester", [new("waiter", ToolAccess.ReadWrite)]));
        await new AgentServer(host, "tester").RunAsync(Console.OpenStandardInput(), Console.OpenStandardOutput());
    }
}
