using System.Globalization;
using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance;

/// <summary>What clauses say about a driver's answers. Every message is one line: what was done, what was expected,
/// what came back.</summary>
public static partial class Expect
{
    /// <summary>The condition holds.</summary>
    public static void That(bool condition, string anomaly)
    {
        if (!condition) throw new ClauseViolationException(anomaly);
    }

    /// <summary>The answer is what was expected.</summary>
    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw new ClauseViolationException($"{what}: expected {Show(expected)}, got {Show(actual)}");
    }

    /// <summary>The bytes are what was expected; a difference is told by place and length, never by content.</summary>
    public static void SameBytes(ReadOnlySpan<byte> expected, byte[]? actual, string what)
    {
        if (actual is null) throw new ClauseViolationException($"{what}: expected {expected.Length} bytes, got null");
        if (expected.SequenceEqual(actual)) return;
        var common = expected.CommonPrefixLength(actual);
        throw new ClauseViolationException(
            $"{what}: expected {expected.Length} bytes, got {actual.Length}; they differ from byte {common} on");
    }

    /// <summary>The answer is null.</summary>
    public static void Absent<T>(T? actual, string what) where T : class
    {
        if (actual is not null) throw new ClauseViolationException($"{what}: expected null, got {Show(actual)}");
    }

    /// <summary>The call throws <typeparamref name="TException"/> or what derives from it.</summary>
    public static ValueTask<TException> ThrowsAsync<TException>(Func<ValueTask> call, string what)
        where TException : Exception
    {
        ArgumentNullException.ThrowIfNull(call);
        return ThrowsAsync<TException>(call, what, typeof(TException).Name);
    }

    /// <summary>The call throws a <see cref="StorageException"/> of the kind.</summary>
    public static async ValueTask ThrowsAsync(StorageErrorKind kind, Func<ValueTask> call, string what)
    {
        ArgumentNullException.ThrowIfNull(call);
        var expected = $"a StorageException of kind {kind}";
        var thrown = await ThrowsAsync<StorageException>(call, what, expected).ConfigureAwait(false);
        if (thrown.Kind != kind)
            throw new ClauseViolationException($"{what}: expected {expected}, got {thrown.Kind}");
    }

    static async ValueTask<TException> ThrowsAsync<TException>(Func<ValueTask> call, string what, string expected)
        where TException : Exception
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (TException thrown)
        {
            return thrown;
        }
        catch (Exception other) when (other is not OutOfMemoryException)
        {
            throw new ClauseViolationException($"{what}: expected {expected}, got {other.GetType().Name}");
        }
        throw new ClauseViolationException($"{what}: expected {expected}, but it succeeded");
    }

    /// <summary>No recorded operation threw: without faults there is no reason to.</summary>
    public static void AllSucceeded(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Operations.FirstOrDefault(operation => operation.Error is not null) is { } failed)
            throw new ClauseViolationException(
                $"an operation failed without any fault: {failed.Error}", history, [failed]);
    }

    /// <summary>The checker found the history legal.</summary>
    public static void Legal(Verdict verdict, History history)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentNullException.ThrowIfNull(history);
        if (verdict.Status == VerdictStatus.Violation)
            throw new ClauseViolationException(verdict.Describe(history.Origin), history, verdict.Witness);
        if (verdict.Status == VerdictStatus.Inconclusive)
            throw new InconclusiveException(verdict.Describe(history.Origin));
    }

    static string Show<T>(T value) => value switch
    {
        null => "null",
        string text => text.Length <= 64 ? $"\"{text}\"" : $"a text of {text.Length} characters",
        byte[] bytes => $"{bytes.Length} bytes",
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
