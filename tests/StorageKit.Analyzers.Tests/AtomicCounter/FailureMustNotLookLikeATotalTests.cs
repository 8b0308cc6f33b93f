using StorageKit.Analyzers.AtomicCounter;
using static StorageKit.Analyzers.Tests.AtomicCounter.CounterSource;

namespace StorageKit.Analyzers.Tests.AtomicCounter;

/// <summary>SK2019, code that breaks the rule, and code that looks alike and is correct.</summary>
public sealed class FailureMustNotLookLikeATotalTests() : StoreRuleTests(new FailureMustNotLookLikeATotal())
{
    const string Add = "(ulong)await redis.StringIncrementAsync(key, (long)amount)";

    [Theory]
    [InlineData("try { return " + Add + "; } catch { return [|0|]; }")]
    [InlineData("try { return " + Add + "; } catch (Exception e) { Console.WriteLine(e); return [|amount|]; }")]
    [InlineData("try { return " + Add + "; } catch (TimeoutException) { return [|default|]; }")]
    [InlineData("try { return " + Add + "; } catch (Exception e) when (e is not OperationCanceledException) { return [|ulong.MaxValue|]; }")]
    [InlineData("try { return " + Add + "; } catch (InvalidOperationException) { } return [|1|];")]
    [InlineData("ulong total = 0; try { total = " + Add + "; } catch (Exception e) { Console.WriteLine(e.Message); } return [|total|];")]
    [InlineData("try { return await connection.ExecuteScalarAsync<ulong>(\"UPDATE counters SET n = n + @amount WHERE key = @key RETURNING n\", new { key, amount }); } catch (InvalidOperationException) { return [|0ul|]; }")]
    [InlineData("try { try { return " + Add + "; } finally { mutex.Release(); } } catch { return [|1|]; }")]
    public Task A_made_up_total(string statements) => Flags(Increment(statements));

    [Fact]
    public Task A_handler_in_the_caller_of_a_helper() => Flags(Increment("""
        try
        {
            return await AddAsync(key, amount);
        }
        catch (Exception)
        {
            return [|0|];
        }
        """, "async Task<ulong> AddAsync(string k, ulong n) => (ulong)await redis.StringIncrementAsync(k, (long)n);"));

    [Theory]
    [InlineData("try { return " + Add + "; } catch (Exception e) { throw new StorageException(StorageErrorKind.Backend, \"redis\", e); }")]
    [InlineData("try { return " + Add + "; } catch (Exception e) { Console.WriteLine(e); throw; }")]
    [InlineData("try { return " + Add + "; } finally { mutex.Release(); }")]
    [InlineData("for (var i = 0; i < 3; i++) try { return " + Add + "; } catch (TimeoutException) { } throw new StorageException(StorageErrorKind.Timeout, \"redis\");")]
    [InlineData("while (true) { try { return " + Add + "; } catch (TimeoutException) { await Task.Delay(10); } }")]
    [InlineData("try { return " + Add + "; } catch (TimeoutException) { return (ulong)await limits.StringIncrementAsync(key, (long)amount); }")]
    [InlineData("try { return " + Add + "; } catch (TimeoutException) { return totals.AddOrUpdate(key, amount, (_, n) => n + amount); }")]
    [InlineData("var n = " + Add + "; try { await File.AppendAllTextAsync(\"log\", key); } catch (IOException) { } return n;")]
    [InlineData("try { Console.WriteLine(key); } catch (IOException) { return 0; } return " + Add + ";")]
    [InlineData("try { return totals.AddOrUpdate(key, amount, (_, n) => checked(n + amount)); } catch (OverflowException) { return ulong.MaxValue; }")]
    [InlineData("try { if (key == \"a\") throw new StorageException(StorageErrorKind.Conflict, \"x\"); } catch (StorageException) { return 0; } return " + Add + ";")]
    [InlineData("if (amount == 0) return 0; return " + Add + ";")]
    public Task A_failure_that_is_told_or_handled(string statements) => Accepts(Increment(statements));
}
