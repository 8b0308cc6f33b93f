namespace Shop.NNumber;

/// <summary>Nothing in it has to do with storage.</summary>
public sealed class OrdersNumber(TimeProvider time)
{
    readonly Dictionary<string, List<Line>> _lines = new(StringComparer.Ordinal);
    int _orders;

    public decimal Total(string customer) =>
        _lines.TryGetValue(customer, out var lines) ? lines.Sum(line => line.Price * line.Amount) : 0;

    public int Add(string customer, IReadOnlyCollection<Line> lines)
    {
        ArgumentException.ThrowIfNullOrEmpty(customer);
        if (!_lines.TryGetValue(customer, out var known))
            _lines.Add(customer, known = []);
        foreach (var line in lines)
        {
            if (line.Amount <= 0)
                throw new ArgumentException($"{line.Article}: the amount is {line.Amount}.", nameof(lines));
            known.Add(line with { Ordered = time.GetUtcNow() });
        }
        return ++_orders;
    }

    public async Task WriteAsync(TextWriter writer, CancellationToken cancellationToken)
    {
        foreach (var (customer, lines) in _lines.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            await writer.WriteLineAsync(customer.AsMemory(), cancellationToken).ConfigureAwait(false);
            foreach (var line in lines)
                await writer.WriteLineAsync($"  {line.Amount} {line.Article}".AsMemory(), cancellationToken)
                    .ConfigureAwait(false);
        }
        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Forget(string customer, TimeSpan age)
    {
        if (_lines.TryGetValue(customer, out var lines))
            lines.RemoveAll(line => time.GetUtcNow() - line.Ordered > age);
    }

    public sealed record Line(string Article, int Amount, decimal Price)
    {
        public DateTimeOffset Ordered { get; init; }
    }
}
