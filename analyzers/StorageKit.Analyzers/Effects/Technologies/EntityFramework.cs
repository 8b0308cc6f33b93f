namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>
/// EF Core without SQL: sets, contexts, tracked entries and bulk calls; the entity's type is the place.
/// </summary>
internal static class EntityFramework
{
    public static Technology Technology { get; } = new(
        "EF Core",
        [
            "Microsoft.EntityFrameworkCore.DbContext", "Microsoft.EntityFrameworkCore.DbSet`1",
            "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions",
            "Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions",
            "Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry",
            "Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry`1",
            "Microsoft.EntityFrameworkCore.ChangeTracking.PropertyValues",
        ],
        [
            new("Add", EffectKind.Append, Value: 0),
            new("AddRange", EffectKind.Append, Value: 0),
            new("Update", EffectKind.Overwrite, Value: 0),
            new("UpdateRange", EffectKind.Overwrite, Value: 0),
            new("Remove", EffectKind.Delete, Value: 0),
            new("RemoveRange", EffectKind.Delete, Value: 0),
            new("ExecuteDelete", EffectKind.Delete),
            new("ExecuteUpdate", EffectKind.Overwrite),
            new("State", EffectKind.Overwrite, When: "Modified"),
            new("State", EffectKind.Delete, When: "Deleted"),
            new("SetValues", EffectKind.Overwrite),
        ],
        "'ExecuteUpdateAsync' that adds to the stored value",
        Place: Place.Entity);
}
