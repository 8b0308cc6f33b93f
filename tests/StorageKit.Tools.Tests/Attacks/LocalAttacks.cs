namespace StorageKit.Tools.Tests.Attacks;

public sealed class LocalAttacks : ToolAttacks
{
    private protected override string Section => "storage_type = \"local\"\nbase_path = 'FOLDER/box'";

    private protected override int Many => 400;
}
