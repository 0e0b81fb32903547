"""What lies over a page: cookie banners, age gates, country choosers, pop-ups."""
