namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>EF Core's change tracker: what <see cref="EntityFramework"/> notes is written by SaveChanges.</summary>
internal static class UnitOfWork
{
    public static Technology Technology { get; } = new(
        "EF Core",
        ["Microsoft.EntityFrameworkCore.DbContext"],
        [new("SaveChanges", EffectKind.Flush)]);

    public static Technology Transactions { get; } = new(
        "EF Core transactions",
        ["Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction"],
        [new("Commit", EffectKind.Commit), new("Rollback", EffectKind.Commit)]);
}
