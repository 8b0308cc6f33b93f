namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>EF Core's change tracker: what is added is written by SaveChanges.</summary>
internal static class UnitOfWork
{
    public static Technology Technology { get; } = new(
        "EF Core",
        ["Microsoft.EntityFrameworkCore.DbContext", "Microsoft.EntityFrameworkCore.DbSet`1"],
        [
            new("Add", EffectKind.Stage, Value: 0),
            new("AddRange", EffectKind.Stage, Value: 0),
            new("SaveChanges", EffectKind.Flush, Type: "Microsoft.EntityFrameworkCore.DbContext"),
        ],
        "'ExecuteUpdateAsync'");

    public static Technology Transactions { get; } = new(
        "EF Core transactions",
        ["Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction"],
        [new("Commit", EffectKind.Commit), new("Rollback", EffectKind.Commit)]);
}
