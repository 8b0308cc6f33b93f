namespace StorageKit.Benchmarks.Report;

/// <summary>A plot with logarithmic axes.</summary>
/// <param name="Name">The end of its file's name.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="X">What grows to the right.</param>
/// <param name="Y">What grows upwards.</param>
/// <param name="IsGrowth">Whether it shows how a cost grows with a size, whose exponent is then told.</param>
/// <param name="Series">The lines.</param>
internal sealed record Chart(
    string Name, string Caption, string X, string Y, bool IsGrowth, IReadOnlyList<Series> Series);

/// <summary>A line of a plot.</summary>
internal sealed record Series(string Name, IReadOnlyList<Point> Points)
{
    /// <summary>The power of the size with which the figure grows: the slope of the line of least squares.</summary>
    public double Exponent
    {
        get
        {
            var x = Points.Select(point => Math.Log(point.X)).ToList();
            var y = Points.Select(point => Math.Log(point.Y)).ToList();
            var (meanX, meanY) = (x.Average(), y.Average());
            return x.Zip(y, (one, other) => (one - meanX) * (other - meanY)).Sum()
                / x.Sum(one => (one - meanX) * (one - meanX));
        }
    }
}

/// <summary>A figure at a size.</summary>
internal readonly record struct Point(double X, double Y);
