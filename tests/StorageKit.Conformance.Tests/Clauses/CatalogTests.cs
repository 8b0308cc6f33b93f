using System.Globalization;

namespace StorageKit.Conformance.Tests.Clauses;

public sealed class CatalogTests
{
    [Theory]
    [InlineData("AUD-", 28)]
    [InlineData("LIF-", 15)]
    public void A_group_lists_all_of_its_clauses_in_numeric_order(string group, int count)
    {
        var ids = ClauseCatalog.All.Select(clause => clause.Id)
            .Where(id => id.StartsWith(group, StringComparison.Ordinal));
        var expected = Enumerable.Range(1, count)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"{group}{i:00}"));
        Assert.Equal(expected, ids);
    }
}
