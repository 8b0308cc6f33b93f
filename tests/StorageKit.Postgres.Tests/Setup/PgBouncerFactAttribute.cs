namespace StorageKit.Postgres.Tests;

/// <summary>A fact that needs PgBouncer on the machine.</summary>
public sealed class PgBouncerFactAttribute : FactAttribute
{
    /// <summary>Skips where it is not installed.</summary>
    public PgBouncerFactAttribute()
    {
        if (!PgBouncer.IsInstalled) Skip = "pgbouncer is not installed: apt-get install pgbouncer";
    }
}
