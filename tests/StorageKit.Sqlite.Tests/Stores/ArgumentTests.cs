namespace StorageKit.Sqlite.Tests;

public sealed class ArgumentTests
{
    [Fact]
    public async Task A_refused_argument_changes_nothing()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        var (minute, lone) = (TimeSpan.FromMinutes(1), "a\uD800");
        await RefusedAsync<ArgumentOutOfRangeException>(
            () => database.Counter.IncrementAsync("k", 1, TimeSpan.Zero).AsTask());
        await RefusedAsync<ArgumentOutOfRangeException>(
            () => database.Counter.IncrementAsync("k", 1, -minute).AsTask());
        await RefusedAsync<ArgumentNullException>(() => database.Counter.IncrementAsync(null!, 1, minute).AsTask());
        await RefusedAsync<ArgumentException>(() => database.Counter.IncrementAsync(lone, 1, minute).AsTask());
        await RefusedAsync<ArgumentException>(() => database.Credentials.PutSecretAsync(lone, new byte[1]).AsTask());
        await RefusedAsync<ArgumentException>(() => database.Objects.WriteAsync(lone, new byte[1]).AsTask());
        await RefusedAsync<ArgumentException>(() =>
            database.Get<IPolicyWriter>().PutPolicyAsync(AgentId.New(), new(1, lone, [])).AsTask());
        await RefusedAsync<ArgumentNullException>(() => database.Audit.EmitAsync(null!).AsTask());
        await RefusedAsync<ArgumentNullException>(() => database.Sessions.SaveAsync(null!).AsTask());
        await RefusedAsync<ArgumentOutOfRangeException>(() => database.Log.ReadAsync(0, 0).AsTask());
        string[] tables = ["audit", "sessions", "credentials", "counters", "agents", "policies", "objects"];
        Assert.All(tables, table => Assert.Equal(0, file.Number($"SELECT count(*) FROM {table}")));
    }

    static Task RefusedAsync<T>(Func<Task> call) where T : Exception => Assert.ThrowsAnyAsync<T>(call);
}
