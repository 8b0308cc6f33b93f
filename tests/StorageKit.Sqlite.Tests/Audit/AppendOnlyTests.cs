using Microsoft.Data.Sqlite;

namespace StorageKit.Sqlite.Tests;

public sealed class AppendOnlyTests
{
    const string Replace = "INSERT OR REPLACE INTO audit (tenant, position, session, seq, entry_hash, digest, body) ";
    const string ReplaceRow =
        "INSERT OR REPLACE INTO audit (rowid, tenant, position, session, seq, entry_hash, digest, body) ";

    [Theory]
    [InlineData("UPDATE audit SET body = x'00'")]
    [InlineData("UPDATE audit SET position = position + 10")]
    [InlineData("DELETE FROM audit")]
    [InlineData("DELETE FROM audit WHERE position = 2")]
    [InlineData(Replace + "SELECT tenant, 2, session, seq, x'01', digest, x'00' FROM audit LIMIT 1")]
    [InlineData(Replace + "SELECT tenant, 4, session, seq, entry_hash, digest, x'00' FROM audit LIMIT 1")]
    [InlineData(ReplaceRow + "SELECT 1, tenant, 4, session, seq, x'01', digest, body FROM audit LIMIT 1")]
    [InlineData(Replace + "SELECT tenant, 5, session, seq, x'01', digest, body FROM audit LIMIT 1")]
    public async Task No_program_that_opens_the_file_can_change_or_remove_a_record(string sql)
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        foreach (var entry in Entries.Chain(3)) await database.Audit.EmitAsync(entry);
        var before = await database.ReadAllAsync();
        var refusal = Assert.Throws<SqliteException>(() => file.Execute(sql));
        Assert.Contains("append-only", refusal.Message);
        Assert.Equal(before, await database.ReadAllAsync());
    }

    [Fact]
    public async Task A_changed_row_that_cannot_be_decoded_is_an_integrity_error_that_names_its_position()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        foreach (var entry in Entries.Chain(3)) await database.Audit.EmitAsync(entry);
        file.Execute("DROP TRIGGER audit_stays_the_same; UPDATE audit SET body = x'7B7D' WHERE position = 2");
        var error = await Assert.ThrowsAsync<StorageException>(async () => await database.Log.ReadAsync());
        Assert.Equal(StorageErrorKind.Serialization, error.Kind);
        Assert.Contains("audit record 2 is damaged", error.Message);
        Assert.Single(await database.Log.ReadAsync(0, 1));
    }
}
