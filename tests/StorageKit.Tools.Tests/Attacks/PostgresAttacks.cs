using StorageKit.Conformance;

namespace StorageKit.Tools.Tests.Attacks;

[Collection(nameof(SharedServer))]
public sealed class PostgresAttacks(SharedServer shared) : ToolAttacks
{
    readonly string _schema = $"test_{Guid.NewGuid():N}";

    private protected override string Section => shared.Section(_schema);
}
