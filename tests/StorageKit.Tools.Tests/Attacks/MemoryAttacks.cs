namespace StorageKit.Tools.Tests.Attacks;

public sealed class MemoryAttacks : ToolAttacks
{
    private protected override string Section => "storage_type = \"memory\"";

    private protected override int Many => 100_000;
}
