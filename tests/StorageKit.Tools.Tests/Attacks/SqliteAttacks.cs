namespace StorageKit.Tools.Tests.Attacks;

public sealed class SqliteAttacks : ToolAttacks
{
    private protected override string Section => "storage_type = \"sqlite\"\npath = 'FOLDER/box.db'";
}
